# Two stages: the first installs and collects, the second only runs. No compiler, no pip cache and no secret reaches the image.
FROM python:3.13-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /app
RUN python -m venv /venv
COPY requirements.txt .
RUN /venv/bin/python -m pip install --quiet --require-hashes --no-deps --only-binary :all: -r requirements.txt
COPY . .
RUN DATA_DIR=/tmp/build /venv/bin/python -m sco_archive.static_files && /venv/bin/python -m compileall -q .

FROM python:3.13-slim-bookworm
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOST=0.0.0.0 PORT=8000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /venv /venv
COPY --from=build /app /app
# The only folder that is written to; the root file system can be mounted read-only.
RUN install -d -o 10001 -g 10001 /data
VOLUME /data
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --start-interval=1s --retries=3 CMD ["python", "-m", "sco_archive.probe"]
CMD ["python", "-m", "sco_archive.start"]
