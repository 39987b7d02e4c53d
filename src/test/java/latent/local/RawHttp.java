package latent.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** HTTP over a plain socket: sends the request target byte for byte, follows no redirect, and keeps every byte of the answer. */
public final class RawHttp {
    private final int port;

    private RawHttp(int port) {
        this.port = port;
    }

    public static RawHttp to(URI server) {
        return new RawHttp(server.getPort());
    }

    public Answer get(String target, String... headers) throws IOException {
        return send("GET", target, headers);
    }

    public Answer head(String target, String... headers) throws IOException {
        return send("HEAD", target, headers);
    }

    /** Each header as one line; the Host is the server's own unless given. */
    public Answer send(String method, String target, String... headers) throws IOException {
        var request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
        if (Arrays.stream(headers).noneMatch(h -> h.startsWith("Host:"))) {
            request.append("Host: localhost:").append(port).append("\r\n");
        }
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            return Answer.of(socket.getInputStream().readAllBytes());
        }
    }

    /** What came back: the header lines without the status line, and the bytes after the empty line. */
    @SuppressWarnings("ArrayRecordComponent") // the bytes are read, never compared as a record
    public record Answer(int status, List<String> lines, byte[] body) {
        static Answer of(byte[] bytes) {
            var head = new ByteArrayOutputStream();
            int end = 0;
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                head.write(bytes[end++]);
            }
            List<String> lines =
                    List.of(head.toString(StandardCharsets.ISO_8859_1).split("\r\n"));
            int status = Integer.parseInt(lines.get(0).substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
            return new Answer(status, lines.subList(1, lines.size()), Arrays.copyOfRange(bytes, end, bytes.length));
        }

        public Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return lines.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst();
        }

        public String location() {
            return header("Location").orElse("no Location");
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
