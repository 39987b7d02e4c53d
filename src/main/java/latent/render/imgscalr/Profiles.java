package latent.render.imgscalr;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/** Colour profiles as files carry them. A profile that cannot be used counts as none, as in browsers. */
final class Profiles {
    private static final int MAX_BYTES = 4 << 20;

    private Profiles() {}

    static Optional<ICC_Profile> parse(Collection<byte[]> parts) {
        int length = parts.stream().mapToInt(p -> p.length).sum();
        if (length == 0 || length > MAX_BYTES) {
            return Optional.empty();
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        try {
            return Optional.of(ICC_Profile.getInstance(whole));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** True when the samples already mean what a screen shows: most profiles in the wild are sRGB by one name or another. */
    static boolean isSrgb(ICC_Profile profile) {
        byte[] description = profile.getData(ICC_Profile.icSigProfileDescriptionTag);
        if (profile.getColorSpaceType() != ColorSpace.TYPE_RGB || description == null) {
            return false;
        }
        String text = new String(description, StandardCharsets.ISO_8859_1).replace("\0", "");
        return text.contains("sRGB");
    }
}
