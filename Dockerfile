# One image for every process of ours; the command chooses which (docker-compose.yml).
FROM python:3.11-slim
WORKDIR /opt/senningen
COPY requirements/run.lock requirements/run.lock
RUN pip install --no-cache-dir --require-hashes -r requirements/run.lock
COPY . .
RUN pip install --no-cache-dir --no-deps --no-build-isolation . \
    && useradd --create-home senningen \
    && install --directory --owner senningen /data
USER senningen
ENV SENNINGEN_FOLDER=/data PYTHONUNBUFFERED=1
VOLUME /data
CMD ["senningen", "--help"]
