"""Upload data: files in, doubts asked, what will load told, loads listed and undone, templates."""

from momentos.datasets import DATASETS
from momentos.ui.apart import apart
from momentos.ui.cards import card
from momentos.ui.head import plain_page
from momentos.ui.history import show_loads
from momentos.ui.language import t
from momentos.ui.letting_in import leads_here
from momentos.ui.templates import show_templates
from momentos.ui.upload.files import upload_files

plain_page(t("Upload data"))
with apart():
    upload_files()
leads_here(
    t("Undoing a load, loading it again, downloading its file and joining names ask for the lead's code."),
    key="loads_code",
)

with card(t("Loads"), t("Every load can be undone: what it brought goes, and what it replaced comes back.")):
    show_loads()

with card(t("Templates"), t("Your own spreadsheets work as they are. If you start from nothing, fill in these.")):
    show_templates(list(DATASETS))
