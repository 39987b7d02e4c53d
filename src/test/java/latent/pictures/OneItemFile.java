package latent.pictures;

/** An AVIF or HEIC file of one item whose bytes can be any, in the box {@code idat} (ISO/IEC 14496-12, 8.11). Nothing in it says how large it is. */
public final class OneItemFile {
    private OneItemFile() {}

    /** AV1 of these bytes. */
    public static byte[] avif(byte[] coded, byte[]... properties) {
        return of("avif", "av01", coded, properties);
    }

    /** HEVC of these bytes, each of its units with its length before it. */
    public static byte[] heic(byte[] coded, byte[]... properties) {
        return of("heic", "hvc1", coded, properties);
    }

    private static byte[] of(String brand, String kind, byte[] coded, byte[]... properties) {
        byte[] list = BoxFile.shorts(1);
        byte[] indices = new byte[1 + properties.length];
        indices[0] = (byte) properties.length;
        for (int i = 1; i <= properties.length; i++) {
            indices[i] = (byte) i;
        }
        return Encoded.join(
                BoxFile.box("ftyp", Encoded.bytes(brand + "\0\0\0\0mif1" + brand)),
                BoxFile.full(
                        "meta",
                        0,
                        BoxFile.full("pitm", 0, BoxFile.shorts(1)),
                        BoxFile.full(
                                "iloc", 1 << 24, BoxFile.shorts(0x4400, 1, 1, 1, 0, 1), BoxFile.ints(0, coded.length)),
                        BoxFile.full(
                                "iinf",
                                0,
                                BoxFile.shorts(1),
                                BoxFile.full("infe", 2 << 24, BoxFile.shorts(1, 0), Encoded.bytes(kind), new byte[1])),
                        BoxFile.box(
                                "iprp",
                                BoxFile.box("ipco", properties),
                                BoxFile.full("ipma", 0, BoxFile.ints(1), list, indices)),
                        BoxFile.box("idat", coded)));
    }

    /** The setting of a decoder of HEVC, with one unit. */
    public static byte[] configuration(byte[] unit) {
        byte[] head = new byte[22];
        return BoxFile.box("hvcC", head, new byte[] {1, 33}, BoxFile.shorts(1, unit.length), unit);
    }
}
