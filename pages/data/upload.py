"""Upload data: files in, doubts asked, what will load told, loads listed and undone, templates."""

from momentos.datasets import DATASETS
from momentos.screen.box import box
from momentos.screen.head import plain_page
from momentos.screen.history import show_loads
from momentos.screen.language import t
from momentos.screen.letting_in import leads_here
from momentos.screen.part import part
from momentos.screen.templates import show_templates
from momentos.screen.upload.files import upload_files

plain_page(t("Upload data"))
part("upload", upload_files)
leads_here(
    t("Undoing a load, loading it again, downloading its file and joining names ask for the lead's code."),
    key="loads_code",
)

with box(t("Loads"), t("Every load can be undone: what it brought goes, and what it replaced comes back.")):
    show_loads()

with box(t("Templates"), t("Your own spreadsheets work as they are. If you start from nothing, fill in these.")):
    show_templates(list(DATASETS))
