package latent.pictures;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What a JPEG or PNG file is made of. */
public final class EncodedParts {
    private EncodedParts() {}

    /** The names of a JPEG's segments before its first scan, in hexadecimal, or of a PNG's chunks. */
    public static List<String> names(byte[] file) {
        List<String> names = new ArrayList<>();
        if ((file[0] & 0xff) == 0xff) {
            for (int at = 2;
                    (file[at + 1] & 0xff) != 0xda;
                    at += 2 + ((file[at + 2] & 0xff) << 8 | (file[at + 3] & 0xff))) {
                names.add("%02x".formatted(file[at + 1]));
            }
            return names;
        }
        for (int at = 8; at < file.length; at += 12 + int32(file, at)) {
            names.add(new String(file, at + 4, 4, StandardCharsets.ISO_8859_1));
        }
        return names;
    }

    /** The colour profile in a PNG or JPEG file; empty when there is none. */
    public static byte[] profile(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int jpeg = text.indexOf("ICC_PROFILE\0");
        int png = text.indexOf("iCCP");
        if (jpeg >= 0) {
            int length = (file[jpeg - 2] & 0xff) << 8 | (file[jpeg - 1] & 0xff);
            return Arrays.copyOfRange(file, jpeg + 14, jpeg - 2 + length);
        }
        return png < 0 ? new byte[0] : inflated(file, text.indexOf('\0', png + 4) + 2, int32(file, png - 4));
    }

    private static byte[] inflated(byte[] file, int start, int length) {
        byte[] inflated = new byte[1 << 16];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(file, start, length);
            return Arrays.copyOf(inflated, inflater.inflate(inflated));
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static int int32(byte[] file, int at) {
        return (file[at] & 0xff) << 24
                | (file[at + 1] & 0xff) << 16
                | (file[at + 2] & 0xff) << 8
                | (file[at + 3] & 0xff);
    }
}
