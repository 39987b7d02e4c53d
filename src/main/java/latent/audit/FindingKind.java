package latent.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Kinds of findings about a stored rendition. */
public enum FindingKind {
    STALE("made from another version of the original than there is now"),
    ORPHANED("the original is gone"),
    TORN("the bytes are not those that were stored, or are no whole picture"),
    WRONG_TYPE("Content-Type, the name and the first bytes do not agree"),
    MISSING_HEADERS("Cache-Control or the metadata of the original is missing");

    private final String meaning;

    FindingKind(String meaning) {
        this.meaning = meaning;
    }

    /** An explanation in a few words. */
    public String meaning() {
        return meaning;
    }

    /** The name in options and reports: {@code wrong-type}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of this name. */
    public static Optional<FindingKind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
