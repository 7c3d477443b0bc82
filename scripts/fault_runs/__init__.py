"""Writing that is interrupted on purpose, and what stands there afterwards: the old whole thing or the new one."""
