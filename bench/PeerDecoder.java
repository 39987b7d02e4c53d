import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The other decoder of bench/pictures, decode.js, which is asked for one picture after the other. */
final class PeerDecoder implements AutoCloseable {
    private final Process process;
    private final PrintStream questions;
    private final BufferedReader answers;

    PeerDecoder() throws IOException {
        process = new ProcessBuilder("node", "bench/decode.js")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** A line as decode.js describes it; it begins with "refused" where there is no picture. */
    String decode(Path file) throws IOException {
        questions.println(file);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("decode.js ended at " + file);
        }
        return answer;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
