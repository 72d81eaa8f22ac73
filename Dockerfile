# The app in a container. It listens on every address of the container, so it does not start without a code for leads, of
# at least eight characters:
#   docker build -t momentos .
#   docker run -e MOMENTOS_LEAD_CODE=… -p 127.0.0.1:8501:8501 -v momentos-data:/datos momentos
# Without 127.0.0.1 before the port the whole network reaches it, and codes and figures travel unencrypted.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    MOMENTOS_DATABASE=/datos/momentos.duckdb

WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir --requirement requirements.txt

COPY . .
RUN pip install --no-cache-dir --no-deps --editable . \
    && python -m compileall -q src pages app.py \
    && useradd --create-home momentos \
    && install --directory --owner=momentos /datos

USER momentos
VOLUME /datos
EXPOSE 8501

CMD ["sh", "-c", "[ -e \"$MOMENTOS_DATABASE\" ] || python -m momentos demo; exec python -m streamlit run app.py --server.address=0.0.0.0 --server.headless=true"]
