"""What claims about speed and memory are made with; nothing here is a timed test."""
