package latent.pictures;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** {@link ColourBars} in AVIF, which Java cannot write, by avifenc 0.11.1 and aom: without loss, of full colour resolution. */
public final class AvifFiles {
    /** Its code points are 1 and 13. */
    private static final String BARS = """
            AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA
            AGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAAPEAAAAoaWluZgAAAAAAAQAAABppbmZl
            AgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAAIAAAAAQAAAAEHBpeGkAAAAAAwgICAAAAAxh
            djFDgSAAAAAAABNjb2xybmNseAABAA0ABoAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAAPltZGF0EgAKCTgY//sICGg0gDLhARAA
            AO5qQltooDkSIkKbtevXSTwEiUqZl1x4g6AnHwBHdOHrT2mMIZQBYr+hk8hkPRijEM/Ar17H5T8GcmKKHfI1MWbvykMC8hPw4bPJ
            tzagRaPjS/7SeHr1uUvESQf0GGgXRMzQ1TdaCoc5Mq1zwDOh8tAg7foJZOf1zRiYbQQIo1tIyFm0cW0FzcFtUVw+Q36IfugCD2Uz
            VQcx7xTwPOKgMlq8p2pAdj1o1c2/VC9yZ9S+Mux9B+aasPRzLh8h1WV+IWfVolHAoX/YONsahXDkTLOaZoZmNgdmPmIAhDupnA==
            """;

    /** One colour, 16385x8, by avifenc 0.11.1 and aom. */
    private static final String WIDE = """
            AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAe
            aWxvYwAAAABEAAABAAEAAAABAAABGgAAArQAAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAQAEAAAAI
            AAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgTQAAAAAABNjb2xybmNseAABAA0ABoAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAArxtZGF0EgAKCT04oAB2EBDQaTKkBRAZABhhhhAA
            U/mO+uhxTdF6SRE6DtsiIdmH8YX+gvdDZgc6Ey5/Z7v+mwIfbFbP9C3QxbcQn+2H2zXpJIByxzkUKLRRc5rjuMT+9JD6embPv6p2nZ8O4K/6xQTheFP5jvrocU3RekkROg7bIiHZ
            h/GF/oL3Q2YHOhMuf2e7/psCH2xWz/Qt0MW3EJ/th9s16SSAcsc5FCi0UXOa47jE/vSQ+npmz7+qdp2fDuCv+sUE4XhT+Y766HFN0XpJEToO2yIh2Yfxhf6C90NmBzoTLn9nu/6b
            Ah9sVs/0LdDFtxCf7YfbNekkgHLHORQotFFzmuO4xP70kPp6Zs+/qnadnw7gr/rFBOF4U/mO+uhxTdF6SRE6DtsiIdmH8YX+gvdDZgc6Ey5/Z7v+mwIfbFbP9C3QxbcQn+2H2zXp
            JIByxzkUKLRRc5rjuMT+9JD6embPv6p2nZ8O4K/6xQTheFP5jvrocU3RekkROg7bIiHZh/GF/oL3Q2YHOhMuf2e7/psCH2xWz/Qt0MW3EJ/th9s16SSAcsc5FCi0UXOa47jE/vSQ
            +npmz7+qdp2fDuCv+sUE4XhT+Y766HFN0XpJEToO2yIh2Yfxhf6C90NmBzoTLn9nu/6bAh9sVs/0LdDFtxCf7YfbNekkgHLHORQotFFzmuO4xP70kPp6Zs+/qnadnw7gr/rFBOF4
            U/mO+uhxTdF6SRE6DtsiIdmH8YX+gvdDZgc6Ey5/Z7v+mwIfbFbP9C3QxbcQn+2H2zXpJIByxzkUKLRRc5rjuMT+9JD6embPv6p2nZ8O4K/6xQThePmO+uhxTdF6SRE6DtsiIdmH
            8YX+gvdDZgc6Ey5/Z7v+mwIfbFbP9C3QxbcQn+2H2zXpJIByxzkUKLRRc5rjuMT+9JD6embPv6k=
            """;

    /** With the Display P3 of Apple, and code points of the same. */
    private static final String WITH_PROFILE = """
            AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAAMjbWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA
            AGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAADSwAAAPEAAAAoaWluZgAAAAAAAQAAABppbmZl
            AgAAAAABAABhdjAxQ29sb3IAAAACm2lwcnAAAAJ7aXBjbwAAABRpc3BlAAAAAAAAAIAAAAAQAAAAEHBpeGkAAAAAAwgICAAAAAxh
            djFDgSAAAAAAAjBjb2xycHJvZgAAAiRhcHBsBAAAAG1udHJSR0IgWFlaIAffAAoADgANAAgAOWFjc3BBUFBMAAAAAEFQUEwAAAAA
            AAAAAAAAAAAAAAABAAD21gABAAAAANMtYXBwbOW7DphnvUbNS75Ebr0bdZgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            CmRlc2MAAAD8AAAAZWNwcnQAAAFkAAAAI3d0cHQAAAGIAAAAFHJYWVoAAAGcAAAAFGdYWVoAAAGwAAAAFGJYWVoAAAHEAAAAFHJU
            UkMAAAHYAAAAIGNoYWQAAAH4AAAALGJUUkMAAAHYAAAAIGdUUkMAAAHYAAAAIGRlc2MAAAAAAAAAC0Rpc3BsYXkgUDMAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            dGV4dAAAAABDb3B5cmlnaHQgQXBwbGUgSW5jLiwgMjAxNQAAWFlaIAAAAAAAAPNRAAEAAAABFsxYWVogAAAAAAAAg98AAD2/////
            u1hZWiAAAAAAAABKvwAAsTcAAAq5WFlaIAAAAAAAACg4AAARCwAAyLlwYXJhAAAAAAADAAAAAmZmAADysAAADVAAABO2AAAJ/HNm
            MzIAAAAAAAEMQgAABd7///MmAAAHkwAA/ZD///ui///9owAAA9wAAMBuAAAAE2NvbHJuY2x4AAwADQAGgAAAABhpcG1hAAAAAAAA
            AAEAAQUBAoMEBQAAAPltZGF0EgAKCTgY//sIYGg0gDLhARAAAO5qQltooDkSIkKbtevXSTwEiUqZl1x4g6AnHwBHdOHrT2mMIZQB
            Yr+hk8hkPRijEM/Ar17H5T8GcmKKHfI1MWbvykMC8hPw4bPJtzagRaPjS/7SeHr1uUvESQf0GGgXRMzQ1TdaCoc5Mq1zwDOh8tAg
            7foJZOf1zRiYbQQIo1tIyFm0cW0FzcFtUVw+Q36IfugCD2UzVQcx7xTwPOKgMlq8p2pAdj1o1c2/VC9yZ9S+Mux9B+aasPRzLh8h
            1WV+IWfVolHAoX/YONsahXDkTLOaZoZmNgdmPmIAhDupnA==
            """;

    /** Primaries, curve and matrix in the bitstream. */
    private static final int[] CODED = {1, 13, 6};

    private AvifFiles() {}

    /** One pixel wider than the AV1 decoder of npm's libvips goes. */
    public static byte[] wide() {
        return Base64.getMimeDecoder().decode(WIDE);
    }

    /** With these code points for primaries and curve (ISO/IEC 14496-12, 12.1.5). */
    public static byte[] of(int primaries, int curve) {
        return withCodePoints(Base64.getMimeDecoder().decode(BARS), primaries, curve);
    }

    /** With these code points in the bitstream alone: no property tells of colours. */
    public static byte[] coded(int primaries, int curve) {
        return BitString.replaced(
                withoutColours(Base64.getMimeDecoder().decode(BARS)), "mdat", CODED, primaries, curve, CODED[2]);
    }

    /** With these in the bitstream, whatever the property says. */
    public static byte[] coded(byte[] avif, int primaries, int curve) {
        return BitString.replaced(avif, "mdat", CODED, primaries, curve, CODED[2]);
    }

    /** The file with a box that means nothing in the place of that of its colours. */
    static byte[] withoutColours(byte[] avif) {
        byte[] changed = avif.clone();
        System.arraycopy(Encoded.bytes("free"), 0, changed, find(avif, "colrnclx"), 4);
        return changed;
    }

    /** With a profile of Display P3 and these code points. */
    public static byte[] ofDisplayP3(int primaries, int curve) {
        return withCodePoints(Base64.getMimeDecoder().decode(WITH_PROFILE), primaries, curve);
    }

    /** With another profile, and code points of sRGB. */
    public static byte[] withProfile(byte[] profile) {
        byte[] changed = ofDisplayP3(1, 13);
        int start = find(changed, "colrprof") + 8;
        int end = start + ((changed[start - 9] & 0xff) | ((changed[start - 10] & 0xff) << 8)) - 12;
        Arrays.fill(changed, start, end, (byte) 0);
        System.arraycopy(profile, 0, changed, start, Math.min(profile.length, end - start));
        return changed;
    }

    private static byte[] withCodePoints(byte[] avif, int primaries, int curve) {
        int at = find(avif, "colrnclx") + 8;
        avif[at + 1] = (byte) primaries;
        avif[at + 3] = (byte) curve;
        return avif;
    }

    private static int find(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
