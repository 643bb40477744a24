"""A public page behind nginx' cache against nginx sending a file of the same bytes (needs nginx and wrk)."""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.support.serving import free_port, served_demo, wait_for

ROUNDS = int(os.environ.get("BENCHMARK_RUNS", "5"))
SECONDS = 3
PAGE = "/de/gremien/"
#: Headers that nginx writes itself.
_OWN = (
    "server",
    "date",
    "connection",
    "content-length",
    "etag",
    "last-modified",
    "accept-ranges",
    "transfer-encoding",
)

NGINX = """
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
  access_log off;
  sendfile on; tcp_nopush on;
  open_file_cache max=2000 inactive=60s; open_file_cache_min_uses 1;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  proxy_cache_path {folder}/cache keys_zone=pages:10m max_size=200m;
  server {{
    listen 127.0.0.1:{port};
    location = /file {{ root {folder}; default_type ""; {headers} }}
    location / {{
      proxy_pass {site};
      proxy_set_header Host $http_host;
      proxy_set_header Accept-Encoding gzip;
      proxy_cache pages; proxy_cache_lock on; proxy_cache_revalidate on;
    }}
  }}
}}
"""


def main() -> None:
    """Serve the demo behind a proxy cache; print requests per second of both, alternating."""
    if shutil.which("nginx") is None or shutil.which("wrk") is None:
        print("nginx or wrk is missing (Debian packages nginx-light, wrk): not measured.")
        return
    with served_demo() as site, tempfile.TemporaryDirectory(prefix="gremienwerk-proxy-") as folder:
        request = urllib.request.Request(site + PAGE, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request) as answer:
            content, headers = answer.read(), dict(answer.headers)
        Path(folder, "file").write_bytes(content)
        with _nginx(Path(folder), site, headers) as proxy:
            pairs = [(_rate(f"{proxy}/file"), _rate(proxy + PAGE)) for _ in range(ROUNDS)]
    limit, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(page / file for file, page in pairs)
    print(
        f"{len(content):,} bytes: nginx sends the file {limit:,.0f}/s, our page from its cache {ours:,.0f}/s"
    )
    print(f"ratio {ratio:.2f} (target 0.95)")


@contextmanager
def _nginx(folder: Path, site: str, headers: Mapping[str, str]) -> Iterator[str]:
    """Both ways send the same headers, or the file would win by sending less."""
    port = free_port()
    same = "".join(
        f'add_header {name} "{value}"; ' for name, value in headers.items() if name.lower() not in _OWN
    )
    configuration = folder / "nginx.conf"
    configuration.write_text(
        NGINX.format(folder=folder, port=port, site=site, headers=same), encoding="utf-8"
    )
    folder.chmod(0o755)
    command = ["nginx", "-c", str(configuration), "-p", str(folder), "-g", "daemon off;"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:
        try:
            wait_for(f"http://127.0.0.1:{port}/file")
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()


def _rate(address: str) -> float:
    command = ["wrk", "-t1", "-c16", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip", address]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"Requests/sec:\s+([\d.]+)", printed)
    if found is None or "Non-2xx" in printed:
        raise RuntimeError(printed)
    return float(found.group(1))
