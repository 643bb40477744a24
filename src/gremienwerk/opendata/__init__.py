"""Machine-readable public data: OParl 1.1, iCalendar, RSS, CSV, GeoJSON, DCAT-AP.de.

Reads nothing but ``publishing``. Empty until its issue; the import contracts already hold
for it.
"""
