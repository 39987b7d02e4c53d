package latent.refusal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What an answer that is no rendition is known by: in the log, in the metrics, and in {@code docs/operations.md}, to whose section of the same name
 * the header {@code Link} leads. A code keeps its name for good, because alarms and people look for it.
 */
public sealed interface AnswerCode permits Reason, Fault {
    /** The code itself, {@code NOT_A_PICTURE}. */
    String name();

    /** The HTTP status of the answer. */
    int status();

    /** What has happened, in a sentence for operators. */
    String cause();

    /** What to do about it, in a sentence or two for operators and for those who write the page. */
    String remedy();

    /** The code's place on the page that explains it: {@code not_a_picture}. */
    default String anchor() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All codes: refusals, then faults. */
    static List<AnswerCode> all() {
        return Stream.<AnswerCode>concat(Stream.of(Reason.values()), Stream.of(Fault.values()))
                .toList();
    }
}
