package latent.http;

import latent.key.PercentEncoding;
import latent.refusal.Refusal;

/** The header with the sentence of a refusal whose body is a fallback picture. */
public final class RefusalHeader {
    /** Name of the header. No other answer has it. */
    public static final String NAME = "X-Refusal";

    private RefusalHeader() {}

    /** The sentence in ASCII; characters that are not allowed in a header, and per cent signs, are percent-encoded. */
    static String of(Refusal refusal) {
        return PercentEncoding.of(refusal.sentence(), b -> b >= ' ' && b < 0x7f && b != '%');
    }
}
