"""What several tests need: the throw-away database cluster and the small cast."""
