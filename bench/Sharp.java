import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The node process with sharp; its answers are small and flat, and are read as such. */
final class Sharp implements AutoCloseable {
    private final Process process;
    private final PrintStream questions;
    private final BufferedReader answers;

    Sharp() throws IOException {
        process = new ProcessBuilder("node", "bench/sharp.js")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    String ask(String line) throws IOException {
        questions.println(line);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("sharp ended");
        }
        return answer;
    }

    /** Milliseconds a render. */
    double measure(String line) throws IOException {
        return Double.parseDouble(ask(line).replaceAll(".*\"ms\":([0-9.]+).*", "$1"));
    }

    @Override
    public void close() throws IOException {
        questions.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
