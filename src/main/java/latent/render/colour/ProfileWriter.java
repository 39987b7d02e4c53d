package latent.render.colour;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes a display profile of primaries and a curve (ICC.1:2022, 7.2, 7.3, 8.3.3 and 8.3.4), so that every engine converts by it as by any other. */
final class ProfileWriter {
    private static final int HEADER_BYTES = 128;
    private static final int TAG_BYTES = 12;
    private static final int VERSION_4_3 = 0x04300000;
    private static final double[] D50 = {0.9642, 1, 0.8249};

    /** Enough that no step of eight bits is skipped, also in the steep parts of curves for bright light. */
    private static final int CURVE_ENTRIES = 4096;

    private final List<Tag> tags = new ArrayList<>();

    private ProfileWriter() {
        tags.add(new Tag("desc", text("RGB or gray of a picture")));
        tags.add(new Tag("cprt", text("No copyright, use freely")));
        tags.add(new Tag("wtpt", xyz(D50)));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Tag(String name, byte[] data) {}

    /** For pictures of one channel: a gray is as bright as its curve says, whatever the primaries. */
    static byte[] gray(ToneCurve curve) {
        ProfileWriter profile = new ProfileWriter();
        profile.tags.add(new Tag("kTRC", encode(curve)));
        return profile.file("GRAY");
    }

    /** For pictures of three channels; empty where the primaries make no sense. */
    static Optional<byte[]> rgb(Primaries primaries, ToneCurve curve) {
        return primaries
                .toD50()
                .flatMap(matrix -> primaries.adaptation().map(adaptation -> {
                    ProfileWriter profile = new ProfileWriter();
                    byte[] encoded = encode(curve);
                    profile.tags.add(new Tag("chad", chromaticAdaptation(adaptation)));
                    profile.tags.add(new Tag("rXYZ", xyz(matrix.column(0))));
                    profile.tags.add(new Tag("gXYZ", xyz(matrix.column(1))));
                    profile.tags.add(new Tag("bXYZ", xyz(matrix.column(2))));
                    List.of("rTRC", "gTRC", "bTRC").forEach(name -> profile.tags.add(new Tag(name, encoded)));
                    return profile.file("RGB ");
                }));
    }

    private byte[] file(String space) {
        int at = HEADER_BYTES + 4 + TAG_BYTES * tags.size();
        ByteBuffer table = ByteBuffer.allocate(at - HEADER_BYTES).putInt(tags.size());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        byte[] last = {};
        int start = at;
        for (Tag tag : tags) {
            if (!Arrays.equals(tag.data, last)) { // three channels share one curve
                start = at + data.size();
                data.writeBytes(tag.data);
                last = tag.data;
            }
            table.put(ascii(tag.name)).putInt(start).putInt(tag.data.length);
        }
        int size = at + data.size();
        ByteBuffer file = ByteBuffer.allocate(size).putInt(size).putInt(0).putInt(VERSION_4_3);
        file.put(ascii("mntr" + space + "XYZ ")).position(36).put(ascii("acsp"));
        file.position(68).put(fixed(D50)).position(HEADER_BYTES);
        return file.put(table.array()).put(data.toByteArray()).array();
    }

    private static byte[] encode(ToneCurve curve) {
        return curve instanceof ToneCurve.Power power ? parametric(power) : sampled(curve);
    }

    /** Type 3 (10.18). */
    private static byte[] parametric(ToneCurve.Power curve) {
        double[] values = {curve.gamma(), curve.scale(), curve.offset(), curve.slope(), curve.start()};
        return ByteBuffer.allocate(32)
                .put(ascii("para"))
                .position(8)
                .putShort((short) 3)
                .position(12)
                .put(fixed(values))
                .array();
    }

    private static byte[] sampled(ToneCurve curve) {
        ByteBuffer tag = ByteBuffer.allocate(12 + 2 * CURVE_ENTRIES).put(ascii("curv"));
        tag.position(8).putInt(CURVE_ENTRIES);
        for (int i = 0; i < CURVE_ENTRIES; i++) {
            double light = Math.clamp(curve.light(i / (CURVE_ENTRIES - 1.0)), 0, 1);
            tag.putShort((short) Math.round(light * 65_535));
        }
        return tag.array();
    }

    private static byte[] chromaticAdaptation(Matrix3 matrix) {
        return ByteBuffer.allocate(44)
                .put(ascii("sf32"))
                .position(8)
                .put(fixed(matrix.cells()))
                .array();
    }

    private static byte[] xyz(double[] value) {
        return ByteBuffer.allocate(20)
                .put(ascii("XYZ "))
                .position(8)
                .put(fixed(value))
                .array();
    }

    /** In English (10.15). */
    private static byte[] text(String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_16BE);
        return ByteBuffer.allocate((28 + letters.length + 3) & ~3)
                .put(ascii("mluc"))
                .position(8)
                .putInt(1)
                .putInt(12)
                .put(ascii("enUS"))
                .putInt(letters.length)
                .putInt(28)
                .put(letters)
                .array();
    }

    private static byte[] fixed(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (double value : values) {
            bytes.putInt((int) Math.round(value * 65_536));
        }
        return bytes.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
