package latent.pictures;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link ColourBars} in PNG files that say in every way what their numbers mean. */
public final class TaggedColourBars {
    private TaggedColourBars() {}

    /** What screens of common brightness show as it is. */
    public static Map<String, byte[]> ofStandardRange() {
        byte[] rgb = Encoded.png(ColourBars.rgb());
        byte[] gray = Encoded.png(ColourBars.gray());
        byte[] p3 = MatrixProfile.DISPLAY_P3.bytes();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("nothing said", rgb);
        for (int primaries : new int[] {1, 2, 4, 5, 6, 9, 11, 12, 22}) {
            files.put("primaries " + primaries, PngChunks.codePoints(rgb, primaries, 13));
        }
        for (int curve : new int[] {1, 2, 4, 5, 6, 7, 8, 14, 15, 17}) {
            files.put("curve " + curve, PngChunks.codePoints(rgb, 1, curve));
        }
        files.put("cICP of narrow range", PngChunks.codePoints(rgb, 12, 13, 0, 0));
        for (int gamma : new int[] {0, 1, 35_714, 45_455, 47_619, 50_000, 55_556, 100_000}) {
            files.put("gAMA " + gamma, PngChunks.gamma(rgb, gamma));
        }
        int[] wide = PngChunks.displayP3Chromaticities();
        int[] usual = PngChunks.srgbChromaticities();
        files.put("cHRM alone", PngChunks.chromaticities(rgb, wide));
        files.put("cHRM and gAMA", PngChunks.chromaticities(PngChunks.gamma(rgb, 45_455), wide));
        files.put("cHRM of sRGB and gAMA", PngChunks.chromaticities(PngChunks.gamma(rgb, 45_455), usual));
        files.put("cHRM of nothing and gAMA", PngChunks.chromaticities(PngChunks.gamma(rgb, 100_000), new int[8]));
        files.put(
                "cHRM that is too short and gAMA",
                PngChunks.chromaticities(PngChunks.gamma(rgb, 45_455), Arrays.copyOf(wide, 7)));
        files.put(
                "sRGB before cHRM and gAMA",
                PngChunks.standard(PngChunks.chromaticities(PngChunks.gamma(rgb, 100_000), wide)));
        files.put("a profile before gAMA", Encoded.pngWithProfile(PngChunks.gamma(rgb, 100_000), p3));
        files.put("cICP before a profile", PngChunks.codePoints(Encoded.pngWithProfile(rgb, p3), 1, 13));
        files.put("cICP before sRGB", PngChunks.codePoints(PngChunks.standard(rgb), 12, 13));
        files.put("a useless cICP and a profile", PngChunks.codePoints(Encoded.pngWithProfile(rgb, p3), 2, 2));
        files.put("a useless profile and gAMA", Encoded.pngWithProfile(PngChunks.gamma(rgb, 100_000), new byte[200]));
        files.put("gray, gAMA", PngChunks.gamma(gray, 100_000));
        files.put("gray, cHRM and gAMA", PngChunks.chromaticities(PngChunks.gamma(gray, 100_000), wide));
        files.put("gray, cICP", PngChunks.codePoints(gray, 9, 8));
        files.put("gray, its own profile", Encoded.pngWithProfile(gray, ProfileFile.gray(1.0)));
        files.put("gray, a profile of colours", Encoded.pngWithProfile(gray, linear()));
        files.put("gray of 16 bits, gAMA", PngChunks.gamma(Encoded.png(ColourBars.grayOfSixteenBits()), 100_000));
        files.put("16 bits, gAMA", PngChunks.gamma(Encoded.png(ColourBars.rgbOfSixteenBits()), 100_000));
        files.put("16 bits, cICP", PngChunks.codePoints(Encoded.png(ColourBars.rgbOfSixteenBits()), 12, 13));
        files.put("a palette, gAMA", PngChunks.gamma(Encoded.png(ColourBars.withPalette()), 100_000));
        files.put("a palette, cICP", PngChunks.codePoints(Encoded.png(ColourBars.withPalette()), 12, 13));
        return files;
    }

    /** PQ and HLG: browsers roll their highlights off, each in its own way where there is colour. */
    public static Map<String, byte[]> ofHighRange() {
        byte[] rgb = Encoded.png(ColourBars.rgb());
        return Map.of(
                "PQ", PngChunks.codePoints(rgb, 9, 16),
                "PQ of 16 bits", PngChunks.codePoints(Encoded.png(ColourBars.rgbOfSixteenBits()), 9, 16),
                "PQ in gray", PngChunks.codePoints(Encoded.png(ColourBars.gray()), 9, 16),
                "HLG", PngChunks.codePoints(rgb, 9, 18));
    }

    private static byte[] linear() {
        return new MatrixProfile("linear", MatrixProfile.DISPLAY_P3.primaries(), 1).bytes();
    }
}
