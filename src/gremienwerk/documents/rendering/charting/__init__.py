"""The structure chart step by step: trees, boxes, sheets, layout by Graphviz, drawing as SVG, outline as text.

`trees` finds who hangs below whom, `boxes` wraps and measures, `layout` asks the engine for positions,
`sheets` cuts what does not fit a page, `drawing` writes SVG, `outline` says the same in words.
The door is `rendering.chart`.
"""
