package latent.http;

import latent.key.PercentEncoding;
import latent.refusal.Refusal;

/** Where a refusal's sentence stands when a picture takes its place in the body. */
public final class RefusalHeader {
    /** Its name. No other answer has it. */
    public static final String NAME = "X-Refusal";

    private RefusalHeader() {}

    /** The sentence in ASCII; what may not stand in a header, or would be read as an escape, is percent-encoded. */
    static String of(Refusal refusal) {
        return PercentEncoding.of(refusal.sentence(), b -> b >= ' ' && b < 0x7f && b != '%');
    }
}
