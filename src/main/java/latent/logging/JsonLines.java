package latent.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one line of JSON out of each record that slf4j-simple writes as text, a stack trace included: a record begins with a line of time, level and
 * logger, and ends when it is flushed, which slf4j-simple does after each. A line that belongs to none, such as the JVM's own, is a record of its
 * own. A message that is an object already, as a request's is, is not put in quotation marks.
 */
final class JsonLines extends OutputStream {
    private static final int MAX_STACK = 4 << 10;

    /** As simplelogger.properties says. */
    private static final Pattern RECORD =
            Pattern.compile("(?s)(?<time>[0-9]{4}-\\S+) (?<level>[A-Z]+) (?<logger>\\S+) - (?<message>.*)");

    /** The logger whose messages are objects. */
    private static final String STRUCTURED = "request";

    private final Consumer<byte[]> records;
    private final LineSplitter lines = new LineSplitter(this::line);
    private final Map<String, String> record = new LinkedHashMap<>();
    private final StringBuilder stack = new StringBuilder();

    JsonLines(Consumer<byte[]> records) {
        this.records = records;
    }

    @Override
    public synchronized void write(int b) {
        lines.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        lines.write(bytes, from, length);
    }

    private void line(byte[] bytes) {
        String line = new String(bytes, 0, bytes.length - 1, UTF_8); // without its line feed
        Matcher start = RECORD.matcher(line);
        if (start.matches()) {
            flush();
            for (String part : new String[] {"time", "level", "logger", "message"}) {
                record.put(part, start.group(part));
            }
        } else if (record.isEmpty()) {
            emit(Json.of(Map.of("level", "ERROR", "logger", "stderr", "message", line)));
        } else if (stack.length() < MAX_STACK) {
            stack.append(line).append('\n');
        }
    }

    /** Ends the record. */
    @Override
    public synchronized void flush() {
        if (record.isEmpty()) {
            return;
        }
        if (!stack.isEmpty()) {
            record.put("stack", stack.toString());
        }
        String message = String.valueOf(record.get("message"));
        if (STRUCTURED.equals(record.get("logger")) && message.startsWith("{")) {
            record.remove("message");
            String head = Json.of(record);
            emit(head.substring(0, head.length() - 1) + "," + message.substring(1));
        } else {
            emit(Json.of(record));
        }
        record.clear();
        stack.setLength(0);
    }

    private void emit(String json) {
        records.accept((json + "\n").getBytes(UTF_8));
    }
}
