from tests.gui.conftest import *
from tests.gui.test_editor import made, opened, body_of, at_end, saved
from tests.gui.test_every_page import settle
from tests.files import picture
import pytest
EN = "localStorage.setItem('broadsheet:language', 'en')"

@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages(visit: Visit, language):
    if language == "en":
        visit.context.add_init_script(EN)
    visit.sign_in(Role.CONTRIBUTOR)
    for path in ["", "/users", "/desks/collections", "/desks/site", "/import", "/desks/categories", "/desks/authors", "/media", "/events", "/articles/art_1", "/articles/new", "/publishing/art_1", "/desks/calendar"]:
        page = visit.open("/studio" + path)
        settle(page)
        visit.picture(f"c-{path.replace('/', '-')}-{language}")
    article = made(visit)
    page = visit.open(f"/studio/articles/{article}")
    settle(page)
    visit.picture(f"c-own-{language}")
    page = visit.open(f"/studio/publishing/{article}")
    settle(page)
    visit.picture(f"c-publishing-{language}")
    visit.sign_in(Role.ADMIN)
    for path in ["/publishing/art_1", "/users", "/articles?search=x&from=2026-01-01", "/audit", "/account", "/desks/hot"]:
        page = visit.open("/studio" + path)
        settle(page)
        visit.picture(f"a-{path.replace('/', '-').partition('?')[0]}-{language}")
    visit.sign_in(Role.READER)
    page = visit.open("/studio")
    settle(page)
    visit.picture(f"r-{language}")
    page.set_viewport_size({"width": 390, "height": 844})
    visit.picture(f"r-phone-{language}")
