"""`guide diagrams`: the figures of every flowchart, and whether the drawing says what the outline says."""

from __future__ import annotations

from pathlib import Path

import click

from guide.cli.options import checked_guide, procedures_option
from guide.flowcharts import check_drawing, flowcharts_of, printed_pt

ROW = "{:<24} {:>5} {:>6} {:>9} {:>7} {:>6} {:>9}  {}"


@click.command("diagrams")
@procedures_option
@click.pass_context
def diagrams_command(ctx: click.Context, folder: Path) -> None:
    """Print the size of each flowchart, its smallest printed type, and whether it equals its graph."""
    guide = checked_guide(folder)
    click.echo(ROW.format("flowchart", "boxes", "arrows", "px", "print", "KB", "equal", "title").rstrip())
    faults: list[str] = []
    for procedure in guide.procedures:
        for chart in flowcharts_of(guide, procedure):
            graph, drawing = chart.graph, chart.drawing
            found = check_drawing(graph, drawing)
            faults += found
            size = f"{drawing.width:.0f}x{drawing.height:.0f}"
            points = f"{printed_pt(drawing.width, drawing.height):.1f}pt"
            weight = f"{len(drawing.svg.encode()) / 1024:.1f}"
            equal = "no" if found else "yes"
            click.echo(
                ROW.format(graph.id, len(graph.nodes), len(graph.edges), size, points, weight, equal, chart.drawn.title)
            )
    for fault in faults:
        click.echo(fault, err=True)
    ctx.exit(1 if faults else 0)
