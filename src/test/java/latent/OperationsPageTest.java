package latent;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import latent.refusal.AnswerCode;
import org.junit.jupiter.api.Test;

/** What {@code docs/operations.md} says of refusals and faults is what the program says. */
class OperationsPageTest {
    private static final Path PAGE = Path.of("docs/operations.md");
    private static final String START = "| code | status | cause | what to do |\n|---|---|---|---|\n";

    @Test
    void the_table_has_every_code_with_its_status_cause_and_remedy() throws Exception {
        String table = AnswerCode.all().stream().map(OperationsPageTest::row).collect(joining("", START, ""));
        String page = Files.readString(PAGE);
        if (Boolean.getBoolean("operations.write")) {
            int end = page.indexOf("\n\n", page.indexOf(START));
            page = page.substring(0, page.indexOf(START)) + table.stripTrailing() + page.substring(end);
            Files.writeString(PAGE, page);
        }
        assertThat(page)
                .as("mvn test -Dtest=OperationsPageTest -Doperations.write=true makes it anew")
                .contains(table);
    }

    /** Alarms, dashboards and links know them by these names. */
    @Test
    void codes_keep_their_names() {
        assertThat(AnswerCode.all().stream().map(AnswerCode::name))
                .containsExactly(
                        "BAD_REQUEST",
                        "MALFORMED_KEY",
                        "NOT_SIGNED",
                        "OFF_LADDER",
                        "NOT_FROM_THE_EDGE",
                        "NOT_A_RENDITION",
                        "ORIGINAL_MISSING",
                        "METHOD_NOT_ALLOWED",
                        "RANGE_OUTSIDE",
                        "UNSUPPORTED_FORMAT",
                        "NOT_A_PICTURE",
                        "TOO_LARGE",
                        "RENDER_LIMIT_REACHED",
                        "OVER_MAX_COST",
                        "CLIENT_RATE_LIMITED",
                        "ORIGINAL_RATE_LIMITED",
                        "SERVICE_RATE_LIMITED",
                        "NO_ROOM",
                        "S3_DENIED",
                        "S3_UNAVAILABLE",
                        "S3_WRONG_BYTES",
                        "SOURCE_DENIED",
                        "SOURCE_UNAVAILABLE",
                        "CHANGED_WHILE_READ",
                        "RENDER_FAILED",
                        "CUT_OFF",
                        "BROKEN");
    }

    private static String row(AnswerCode code) {
        return "| <a id=\"%s\"></a>`%s` | %d | %s | %s |\n"
                .formatted(code.anchor(), code.name(), code.status(), code.cause(), code.remedy());
    }
}
