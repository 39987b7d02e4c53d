package latent.render.header;

import java.util.Optional;

/**
 * What the numbers of a picture mean, as films and the pictures made like them say it.
 *
 * @param primaries a code point of ITU-T H.273, table 2
 * @param transfer  a code point of table 3
 */
public record CodePoints(int primaries, int transfer) {
    /** From the two and the matrix behind them, of eight bits each, as bitstreams have them. */
    static CodePoints next(BitCursor bits) {
        CodePoints points = new CodePoints(bits.number(8), bits.number(8));
        bits.skip(8);
        return points;
    }

    /** From a property {@code colr} (ISO/IEC 14496-12, 12.1.5); empty where that holds a profile. */
    static Optional<CodePoints> ofProperty(Cursor content) {
        return content.tag().equals("nclx")
                ? Optional.of(new CodePoints(content.u16(), content.u16()))
                : Optional.empty();
    }
}
