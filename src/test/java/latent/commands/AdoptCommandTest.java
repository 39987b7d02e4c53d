package latent.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import latent.cli.Actions;
import latent.cli.LatentCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code latent adopt}, as somebody types it, and what docs/migration.md shows of it. */
class AdoptCommandTest {
    private static final List<String> OLD = List.of(
            "/unsafe/600x400/smart/dir/photo.jpg",
            "/unsafe/600x400/smart/dir/other.jpg",
            "/unsafe/300x200/filters:watermark(logo.png,0,0,50)/photo.jpg",
            "/insecure/rs:fill:600:400/g:sm/plain/s3://originals/dir/photo.jpg@webp",
            "/cdn-cgi/image/width=600,height=400,fit=cover/dir/photo.jpg",
            "/100x100/dir/photo.jpg",
            "chucknorris-200x200.jpg",
            "https://old.example/dir/photo.jpg?w=600&txt=Hello");

    @Test
    void it_says_what_is_covered_and_writes_the_table_and_the_function(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("old-urls.txt"), OLD);
        Path table = folder.resolve("table.tsv");
        Path function = folder.resolve("adopt.js");
        String said = run(0, "adopt", file.toString(), "--table", table.toString(), "--function", function.toString());
        assertThat(said)
                .contains("old URLs    8: 6 covered, 2 not\n", "  thumbor          2 covered, 1 not\n")
                .contains(
                        "not covered 1: thumbor's filter watermark() has no counterpart in a key. Such as /unsafe/300x200")
                .contains("bytes, rewrites 5 of these URLs by 4 kinds of options\n");
        assertThat(Files.readAllLines(table))
                .hasSize(1 + OLD.size())
                .startsWith("old\tnew\tform\tbecause")
                .contains(
                        "/unsafe/600x400/smart/dir/photo.jpg\tdir/photo_600_400_fill_up_g-sm.jpg\tthumbor\t",
                        "chucknorris-200x200.jpg\tchucknorris-200x200.jpg\tlatent\t");
        assertThat(function).content().startsWith("const forms = [").contains("function handler(event)");
    }

    @Test
    void where_keys_are_signed_the_table_has_signatures_and_there_is_no_function(@TempDir Path folder)
            throws Exception {
        Path file = Files.write(folder.resolve("old-urls.txt"), OLD);
        Path table = folder.resolve("table.tsv");
        String secret = "--set=keys.signing-secrets=secret-of-this-test-only";
        assertThat(run(
                        2,
                        "adopt",
                        file.toString(),
                        "--function",
                        folder.resolve("f.js").toString(),
                        secret))
                .contains("Keys are signed here");
        run(0, "adopt", file.toString(), "--table", table.toString(), secret);
        assertThat(Files.readString(table))
                .containsPattern("photo_600_400_fill_up_g-sm_s-[0-9a-f]{32}\\.jpg\t")
                .containsPattern("chucknorris-200x200_s-[0-9a-f]{32}\\.jpg\t");
    }

    @Test
    void a_file_that_is_not_there_is_told_in_a_sentence() {
        assertThat(run(2, "adopt", "no-such-file")).contains("There is no file no-such-file");
    }

    @Test
    void the_page_s_example_is_what_it_prints(@TempDir Path folder) throws Exception {
        String page = Files.readString(Path.of("docs/migration.md"));
        Path file = Files.write(folder.resolve("old-urls.txt"), OLD);
        String said = run(
                0,
                "adopt",
                file.toString(),
                "--table",
                folder.resolve("table.tsv").toString(),
                "--function",
                folder.resolve("adopt.js").toString());
        assertThat(page).contains(said.replace(folder + "/", ""));
    }

    private static String run(int exit, String... words) {
        Actions none = (Actions)
                Proxy.newProxyInstance(Actions.class.getClassLoader(), new Class<?>[] {Actions.class}, (p, m, a) -> {
                    throw new AssertionError(m + " was called");
                });
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try {
            System.setOut(new PrintStream(said, true, UTF_8));
            System.setErr(new PrintStream(said, true, UTF_8));
            assertThat(LatentCommand.run(none, words)).as(said.toString(UTF_8)).isEqualTo(exit);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return said.toString(UTF_8);
    }
}
