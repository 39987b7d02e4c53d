package latent.store.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** The answer of a host, of which the body is still on its way. Whoever asked closes it; what has not been read by then is not read. */
final class SourceAnswer implements AutoCloseable {
    private final HttpUriRequestBase request;
    private final ClassicHttpResponse response;
    private final Future<?> deadline;
    private final Body body;

    /**
     * An answer.
     *
     * @param deadline ends the request
     * @param broken   told when the body breaks off
     */
    SourceAnswer(
            HttpUriRequestBase request, ClassicHttpResponse response, Future<?> deadline, Consumer<IOException> broken)
            throws IOException {
        this.request = request;
        this.response = response;
        this.deadline = deadline;
        HttpEntity entity = response.getEntity();
        this.body = new Body(entity == null ? InputStream.nullInputStream() : entity.getContent(), broken);
    }

    int status() {
        return response.getCode();
    }

    /** A header that is there once; several of one name say nothing. */
    Optional<String> header(String name) {
        Header[] all = response.getHeaders(name);
        return all.length == 1 ? Optional.ofNullable(all[0].getValue()) : Optional.empty();
    }

    /** Whether its bytes are not the file's own, whatever it says of how they are packed. */
    boolean packed() {
        return Arrays.stream(response.getHeaders("Content-Encoding"))
                .anyMatch(coding -> !"identity".equalsIgnoreCase(coding.getValue()));
    }

    /** How long the body is; empty when the host does not say. */
    OptionalLong length() {
        HttpEntity entity = response.getEntity();
        return entity == null || entity.getContentLength() < 0
                ? OptionalLong.empty()
                : OptionalLong.of(entity.getContentLength());
    }

    /** Ends too early with an exception, never with an end. */
    InputStream body() {
        return body;
    }

    /** Ends the request; what was not read stays unread. */
    @Override
    public void close() {
        deadline.cancel(false);
        if (!body.ended) {
            request.cancel();
        }
        try {
            response.close();
        } catch (IOException cutOff) {
            // there is nobody left to tell
            request.cancel();
        }
    }

    private final class Body extends FilterInputStream {
        private final Consumer<IOException> broken;
        private volatile boolean ended;

        Body(InputStream in, Consumer<IOException> broken) {
            super(in);
            this.broken = broken;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                int read = super.read(bytes, from, length);
                ended |= read < 0;
                return read;
            } catch (IOException failure) {
                broken.accept(failure);
                throw failure;
            }
        }

        @Override
        public void close() {
            SourceAnswer.this.close();
        }
    }
}
