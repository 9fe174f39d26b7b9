"""The parts every page is made of. In short:

- `labels.Label(text, Text.BODY, Tone.MUTED, wrap=True)`: always plain text; `ElidedLabel` for one
  line that may be cut; `IconLabel("flame", Tone.WARNING, 16)`; `set_tooltip(widget, text)`.
- `buttons.Button("save_pdf", text, Kind.PRIMARY, "download")`, `IconButton(name, icon, text)`.
- `header.PageHeader(context, title)`: title, contract, freshness and demo badge by itself;
  `set_actions(*buttons)` puts buttons at the right, the primary one last.
- `figures.FigureStrip().set_figures([Figure("overdue", label, value, hint, Tone.DANGER, icon)])`.
- `notice.NoticeBar().show_notice(Notice(text, Tone.WARNING, action_text="…", action=call))`.
- `states.PageStates(content, SkeletonRows(8, 5))`: `show_loading()` (waits 150 ms),
  `show_empty(icon, title, text, action_text, action)`, `show_error(title, text, action_text,
  action)`, `show_content()`. For an `AppError`: `problem = texts.describe(error, context.format)`.
- `badge.Badge(word, icon, Tone.SUCCESS)`: a state as icon + word + colour.
- `fields.SearchField(name, label)`, `fields.Field`; `skeleton.SkeletonRows`, `skeleton.Spinner`.
- `card.Card()`: a bordered surface with a vertical layout `body`; `card.rule()` a hairline.

Colours come from `views.tokens.tokens()` (ask at each paint) or from a `Tone`; icons from
`views.icons.icon(name, tone)`, which follow the theme; fonts from `views.fonts.font(size, weight)`.
Margins of a page: 24 around, 16 between its parts (`page_layout(widget)` gives that layout).
"""
