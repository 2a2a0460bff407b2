"""Looking around: the camera, where it was and may go, and what is out of its sight."""
