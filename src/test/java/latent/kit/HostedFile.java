package latent.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** A file as a good host has it: with a version, ranges and conditions, or without some of them. */
@NullMarked
public final class HostedFile implements RawHost.Script {
    private static final Pattern RANGE = Pattern.compile("(?i)\r\nrange: bytes=([0-9]+)-([0-9]+)\r\n");

    public volatile byte[] bytes;

    /** The lines of the header that say the version: {@code ETag: "1"}. */
    public volatile List<String> version;

    public volatile boolean ranges = true;
    public volatile boolean conditions = true;
    public volatile boolean saysLength = true;

    public HostedFile(byte[] bytes, String... version) {
        this.bytes = bytes;
        this.version = List.of(version);
    }

    @Override
    public void answer(String head, OutputStream out) throws IOException {
        byte[] file = bytes;
        List<String> lines = new ArrayList<>(version);
        if (conditions && asked(head, "if-none-match", "if-modified-since")) {
            RawHost.write(out, new byte[0], with("HTTP/1.1 304 Not Modified", lines));
            return;
        }
        if (conditions && head.toLowerCase(Locale.ROOT).contains("\r\nif-match: ") && !asked(head, "if-match")) {
            RawHost.write(out, new byte[0], "HTTP/1.1 412 Precondition Failed", "Content-Length: 0");
            return;
        }
        Matcher range = RANGE.matcher(head);
        String status = "HTTP/1.1 200 OK";
        if (ranges && range.find()) {
            int from = Integer.parseInt(range.group(1));
            int to = Math.min(Integer.parseInt(range.group(2)), file.length - 1);
            status = "HTTP/1.1 206 Partial Content";
            lines.add("Content-Range: bytes " + from + "-" + to + "/" + file.length);
            file = Arrays.copyOfRange(file, from, to + 1);
        }
        if (saysLength) {
            lines.add("Content-Length: " + file.length);
        }
        RawHost.write(out, head.startsWith("HEAD") ? new byte[0] : file, with(status, lines));
    }

    /** Whether one of these headers has the value of the line of the version. */
    private boolean asked(String head, String... names) {
        return Arrays.stream(names)
                .anyMatch(name -> header(head, name)
                        .filter(value -> version.stream().anyMatch(line -> line.endsWith(": " + value)))
                        .isPresent());
    }

    private static Optional<String> header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst();
    }

    private static String[] with(String status, List<String> lines) {
        List<String> all = new ArrayList<>(List.of(status));
        all.addAll(lines);
        return all.toArray(String[]::new);
    }
}
