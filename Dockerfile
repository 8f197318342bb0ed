# Two stages: the first builds the package and installs it with every version pinned, the second only runs it.
# Debian 13 carries SQLite 3.46.

FROM python:3.13-slim-trixie AS build

WORKDIR /source
COPY pyproject.toml hatch_build.py README.md LICENSE constraints.txt ./
COPY cms cms
COPY schema schema
COPY studio studio
# The image has no Node.js; the build takes it from PyPI, and fails without the editors' pages.
ENV CMS_STUDIO=require
RUN python -m venv /opt/cms \
    && /opt/cms/bin/pip install --no-cache-dir --disable-pip-version-check -c constraints.txt '.[oidc,s3]' \
    && /opt/cms/bin/pip uninstall --yes pip

FROM python:3.13-slim-trixie

RUN groupadd --system --gid 10001 cms \
    && useradd --system --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin cms \
    && install --directory --owner=cms --group=cms --mode=0750 /data

COPY --from=build /opt/cms /opt/cms

ENV PATH="/opt/cms/bin:${PATH}" \
    PYTHONUNBUFFERED=1 \
    CMS_HOST=0.0.0.0 \
    CMS_PORT=8000 \
    CMS_LOG_FORMAT=json \
    CMS_DATABASE_URL=sqlite:////data/site.sqlite3

# The database and the site's .env live here and nowhere else.
WORKDIR /data
VOLUME ["/data"]
USER 10001:10001
EXPOSE 8000

HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + os.environ['CMS_PORT'] + '/health/ready', timeout=4)"]

ENTRYPOINT ["cms"]
CMD ["serve"]
