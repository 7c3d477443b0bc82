"""`python -m guide`: the command `guide`, where it is not installed as one."""

from guide.cli import main

if __name__ == "__main__":
    main(prog_name="guide")
