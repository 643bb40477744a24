"""Words that the command line calls; rules live with the noun."""
