import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** One connection that is kept alive, for requests that a well-behaved client would not send. Used by one thread. */
final class Visitor implements AutoCloseable {
    static final String SECRET = "a-secret-of-the-bench";

    private final Socket socket;
    private final InputStream answers;

    Visitor(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(90_000);
        this.answers = new BufferedInputStream(socket.getInputStream(), 64 << 10);
    }

    /** GET with the edge's secret, on behalf of a viewer; the status. */
    int get(String path, String viewer) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: a\r\nX-Origin-Verify: " + SECRET + "\r\nCloudFront-Viewer-Address: " + viewer
                + "\r\n\r\n");
        return answer(true);
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** Reads at most so many bytes of whatever comes. */
    int read(int most) throws IOException {
        return answers.read(new byte[most]);
    }

    /** Reads one answer to its end; the status. */
    int answer(boolean body) throws IOException {
        String first = line();
        long length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("set-cookie:")) {
                throw new IOException("a session was opened: " + header);
            }
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring("content-length:".length()).strip());
            }
        }
        if (body) {
            answers.skipNBytes(length);
        }
        return Integer.parseInt(first.split(" ", 3)[1]);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new EOFException("closed");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
