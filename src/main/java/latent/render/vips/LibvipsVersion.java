package latent.render.vips;

import java.util.Comparator;
import latent.render.EngineUnavailable;
import latent.render.nativecall.NativeFunction;

/** A release of libvips. */
record LibvipsVersion(int major, int minor, int micro) implements Comparable<LibvipsVersion> {
    /**
     * The oldest that hostile files may be shown to. Before it: GHSA-f88m-g3jw-g9cj (CVE-2026-33327, -33328, -35590, -35591, two of them high); 8.14,
     * which Debian 12 has, crashes on a 329-byte GIF.
     */
    static final LibvipsVersion FLOOR = new LibvipsVersion(8, 18, 3);

    private static final Comparator<LibvipsVersion> BY_AGE = Comparator.comparingInt(LibvipsVersion::major)
            .thenComparingInt(LibvipsVersion::minor)
            .thenComparingInt(LibvipsVersion::micro);

    static LibvipsVersion of(NativeFunction vipsVersion) {
        return new LibvipsVersion(vipsVersion.number(0), vipsVersion.number(1), vipsVersion.number(2));
    }

    void mustNotBeBelowFloor() {
        if (compareTo(FLOOR) < 0) {
            throw new EngineUnavailable("libvips " + this + " is older than " + FLOOR
                    + ", and a picture may crash it: run `npm ci` beside the program, which fetches a newer one.");
        }
    }

    @Override
    public int compareTo(LibvipsVersion other) {
        return BY_AGE.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro;
    }
}
