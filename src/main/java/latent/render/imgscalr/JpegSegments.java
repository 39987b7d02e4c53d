package latent.render.imgscalr;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A JPEG file taken apart before its first scan: the colour profile for us, and for the decoder a file without any metadata, so that no broken
 * profile and no thumbnail can trip it. The header gate has walked the same segments, so they are whole.
 *
 * @param inverted the Adobe marker is there: ink is stored as 255 minus itself
 * @param arithmetic the coding that libjpeg in the JDK was built without
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record JpegSegments(byte[] stripped, Optional<byte[]> profile, boolean inverted, boolean arithmetic) {
    private static final int SOF9 = 0xc9;
    private static final int SOF11 = 0xcb;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COM = 0xfe;
    private static final int SOS = 0xda;
    private static final byte[] ICC = latin1("ICC_PROFILE\0");
    private static final byte[] ADOBE = latin1("Adobe");

    static JpegSegments of(byte[] file) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        TreeMap<Integer, byte[]> profile = new TreeMap<>();
        boolean adobe = false;
        boolean arithmetic = false;
        int at = 2;
        kept.write(file, 0, 2);
        while (at + 4 <= file.length && (file[at] & 0xff) == 0xff) {
            int marker = file[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == SOS || marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd9)) {
                break;
            }
            int end = at + 2 + ((file[at + 2] & 0xff) << 8 | (file[at + 3] & 0xff));
            if (end > file.length) {
                break;
            }
            int content = at + 4;
            if (marker == APP2 && startsWith(file, content, ICC) && end - content > 14) {
                profile.put(file[content + 12] & 0xff, Arrays.copyOfRange(file, content + 14, end));
            }
            arithmetic |= marker >= SOF9 && marker <= SOF11;
            adobe |= marker == APP14 && startsWith(file, content, ADOBE);
            if (marker == APP14 || marker < APP1 || (marker > APP15 && marker != COM)) {
                kept.write(file, at, end - at);
            }
            at = end;
        }
        kept.write(file, at, file.length - at);
        return new JpegSegments(
                kept.toByteArray(),
                profile.isEmpty() ? Optional.empty() : Optional.of(joined(profile.values())),
                adobe,
                arithmetic);
    }

    private static byte[] joined(Collection<byte[]> parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        parts.forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    private static boolean startsWith(byte[] file, int at, byte[] wanted) {
        return at + wanted.length <= file.length
                && Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
