package latent.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.regex.Pattern;
import latent.cli.Actions;
import latent.cli.LatentCommand;
import org.junit.jupiter.api.Test;

/** A command that is named first is read without the others, and is the one that the whole help lists. */
class CommandsByNameTest {
    private static final Actions NOTHING = (Actions) Proxy.newProxyInstance(
            Actions.class.getClassLoader(), new Class<?>[] {Actions.class}, (self, method, arguments) -> {
                throw new AssertionError("nothing is to be done: " + method);
            });
    private static final Pattern LISTED = Pattern.compile("(?m)^  ([a-z]+)  +\\S");

    @Test
    void each_command_of_the_help_has_its_own_help() {
        List<String> commands = LISTED.matcher(said("--help"))
                .results()
                .map(line -> line.group(1))
                .toList();
        assertThat(commands).contains("demo", "serve", "prepare", "sign").hasSize(14);
        assertThat(commands)
                .allSatisfy(command -> assertThat(said(command, "--help"))
                        .startsWith("Usage: latent " + command + " ")
                        .contains("--help", "--version"));
    }

    @Test
    void what_is_no_command_is_told_apart_from_all_of_them() {
        assertThat(said("serv")).contains("serve").contains("Unmatched argument");
    }

    private static String said(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream both = new PrintStream(said, true, UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            LatentCommand.run(NOTHING, words);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return said.toString(UTF_8);
    }
}
