import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/** A script that node runs and that answers each line with one line: sharp.js renders, decode.js decodes. */
final class NodeScript implements AutoCloseable {
    private final String script;
    private final Process process;
    private final PrintStream questions;
    private final BufferedReader answers;

    private NodeScript(String script, Redirect errors) throws IOException {
        this.script = script;
        this.process = new ProcessBuilder("node", "bench/" + script).redirectError(errors).start();
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Renders with sharp; its answers are small and flat JSON, and are read as such. */
    static NodeScript sharp() throws IOException {
        return new NodeScript("sharp.js", Redirect.INHERIT);
    }

    /** Decodes the file of each line; the answer begins with "refused" where there is no picture. Its decoder's warnings are not of interest. */
    static NodeScript decode() throws IOException {
        return new NodeScript("decode.js", Redirect.DISCARD);
    }

    String ask(String line) throws IOException {
        questions.println(line);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException(script + " ended at " + line);
        }
        return answer;
    }

    /** What sharp says that a render took, in milliseconds. */
    double measure(String line) throws IOException {
        return Double.parseDouble(ask(line).replaceAll(".*\"ms\":([0-9.]+).*", "$1"));
    }

    /** Both scripts end where their input does. */
    @Override
    public void close() {
        questions.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
