package latent.render.colour;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The chunks of a PNG file that say what its numbers mean (PNG, third edition, 11.3.2), as Chromium weighs them: cICP, then the profile, then sRGB,
 * then cHRM with gAMA, then gAMA alone. A chunk that makes no sense counts as missing.
 */
record PngColour(
        Optional<ColourDescription> codePoints,
        Optional<byte[]> profile,
        boolean isSrgb,
        Optional<ColourDescription> chromaticitiesAndGamma) {
    private static final int SIGNATURE_BYTES = 8;
    private static final double UNIT = 100_000;

    /** A gamma this near to that of sRGB means sRGB, where no primaries go with it: libpng's own threshold. */
    private static final double NEAR_SRGB = 0.05;

    private static final double SRGB_GAMMA = 2.2;

    /** Beyond it all but white is black, and no profile can hold it. */
    private static final double LARGEST_EXPONENT = 10_000;

    /** @param file a PNG file that has passed the header gate */
    static PngColour of(ByteBuffer file) {
        Map<String, ByteBuffer> chunks = chunks(file);
        return new PngColour(
                Optional.ofNullable(chunks.get("cICP")).flatMap(PngColour::codePoints),
                Optional.ofNullable(chunks.get("iCCP")).flatMap(PngProfile::of),
                chunks.containsKey("sRGB"),
                Optional.ofNullable(chunks.get("gAMA"))
                        .flatMap(gamma -> gamma(gamma, Optional.ofNullable(chunks.get("cHRM")))));
    }

    /** The first of each kind before the pixels. */
    private static Map<String, ByteBuffer> chunks(ByteBuffer file) {
        Map<String, ByteBuffer> chunks = new HashMap<>();
        ByteBuffer rest = file.duplicate().position(Math.min(SIGNATURE_BYTES, file.limit()));
        while (rest.remaining() >= 12) {
            int length = rest.getInt();
            String name = Bytes.tag(rest);
            if (name.equals("IDAT") || length < 0 || length > rest.remaining() - 4) {
                break;
            }
            chunks.putIfAbsent(name, rest.slice(rest.position(), length));
            rest.position(rest.position() + length + 4);
        }
        return chunks;
    }

    /** Primaries, curve, matrix and range; of the latter two, only those of full-range RGB mean something in a PNG. */
    private static Optional<ColourDescription> codePoints(ByteBuffer chunk) {
        if (chunk.remaining() != 4 || chunk.get(2) != 0 || chunk.get(3) != 1) {
            return Optional.empty();
        }
        Optional<ToneCurve> curve = ToneCurve.of(chunk.get(1) & 0xff);
        return Primaries.of(chunk.get(0) & 0xff)
                .flatMap(primaries -> curve.map(known -> new ColourDescription(primaries, known)));
    }

    private static Optional<ColourDescription> gamma(ByteBuffer chunk, Optional<ByteBuffer> chromaticities) {
        if (chunk.remaining() != 4 || chunk.getInt(0) <= 0) {
            return Optional.empty();
        }
        double exponent = Math.min(UNIT / chunk.getInt(0), LARGEST_EXPONENT);
        ToneCurve curve = ToneCurve.Power.of(exponent);
        if (chromaticities.isPresent()) {
            return primaries(chromaticities.get()).map(primaries -> new ColourDescription(primaries, curve));
        }
        boolean nearSrgb = Math.abs(SRGB_GAMMA / exponent - 1) < NEAR_SRGB;
        return nearSrgb ? Optional.empty() : Optional.of(new ColourDescription(Primaries.BT709, curve));
    }

    private static Optional<Primaries> primaries(ByteBuffer chunk) {
        if (chunk.remaining() != 32) {
            return Optional.empty();
        }
        Primaries primaries = Primaries.of(point(chunk, 0), point(chunk, 8), point(chunk, 16), point(chunk, 24));
        return Optional.of(primaries).filter(found -> found.toD50().isPresent());
    }

    private static Primaries.Chromaticity point(ByteBuffer chunk, int at) {
        return new Primaries.Chromaticity(chunk.getInt(at) / UNIT, chunk.getInt(at + 4) / UNIT);
    }
}
