package latent.render;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.render.DamageTrial.Damage;
import latent.render.DamageTrial.Outcome;

/**
 * What both engines make of damaged files of every kind.
 *
 * @param lines one for each kind of file and engine
 */
record DamageTable(List<Line> lines) {
    /**
     * One kind of file in one engine.
     *
     * @param frames whether all frames were asked for
     */
    record Line(String kind, String engine, boolean frames, Map<Damage, Map<Outcome, Integer>> outcomes) {
        int count(Damage damage, Outcome outcome) {
            return outcomes.getOrDefault(damage, Map.of()).getOrDefault(outcome, 0);
        }

        private String text() {
            StringBuilder text = new StringBuilder("| " + kind + (frames ? ", as an animation" : "") + " | " + engine);
            for (Damage damage : Damage.values()) {
                text.append(" | ").append(count(damage, Outcome.REFUSED));
                text.append(" / ").append(count(damage, Outcome.SHOWN_RIGHT));
                text.append(" / ").append(count(damage, Outcome.SHOWN_WRONG));
            }
            return text + " |\n";
        }
    }

    static DamageTable of(Engine portable, Engine vips) {
        List<Line> lines = new ArrayList<>();
        DamageSamples.all(vips).forEach((kind, file) -> {
            if (reads(portable, file)) {
                lines.add(line(kind, "imgscalr", new DamageTrial(portable, file, false)));
            }
            lines.add(line(kind, "vips", new DamageTrial(vips, file, false)));
            if (kind.endsWith("frames")) {
                lines.add(line(kind, "vips", new DamageTrial(vips, file, true)));
            }
        });
        return new DamageTable(lines);
    }

    private static Line line(String kind, String engine, DamageTrial trial) {
        Map<Damage, Map<Outcome, Integer>> outcomes = new EnumMap<>(Damage.class);
        for (Damage damage : Damage.values()) {
            outcomes.put(damage, trial.run(damage));
        }
        return new Line(kind, engine, trial.animated(), outcomes);
    }

    private static boolean reads(Engine engine, byte[] file) {
        ImageFormat format = Row.job(file, WantedRendition.box(9, 9).transformation(), Optional.empty())
                .header()
                .format();
        return engine.capabilities().reads().contains(format);
    }

    String text() {
        StringBuilder text = new StringBuilder("""
                # Damaged originals: what is shown and what is refused

                Made by `mvn test -Dtest=DamageTableTest -Ddamage.write=true`. One picture in a file of each kind was damaged at 40 places
                that are spread evenly over the file, once by flipping one bit, once by cutting the file there, once by setting 16 bytes to zero. Each cell
                says how many of the 40 files were refused / shown as the undamaged file is / shown with a difference that can be seen (more than
                8 levels in more than one of 1,000 pixels).

                * **A picture of which a part is missing is refused**, in every format: a cut file that is shown at all looks as the whole one does.
                  Of an animation that is cut, the first frame is shown where it is whole and a still is asked for; the animation is refused.
                * **JPEG**: refused where the data ends early, codes are not known, restart markers are missing, or data is left over that belongs to
                  the picture. Shown: odd parameters of SOS, stray bytes before a marker (in a progressive file up to 16 behind a scan), an unknown version
                  of JFIF or transform of Adobe, and a missing end marker with or without other bytes in its place, when every pixel is there.
                  A picture that was made lower in its header alone, so that whole rows are left over, is shown as in browsers.
                * **GIF**: refused where a frame's codes stand for fewer pixels than it has, or for a few more. Browsers show those with more; but of all
                  bits that can be flipped in a GIF, a fifth leave a few pixels too many, with all that follow in the wrong place. A surplus that damage does
                  not leave is shown: whole lines, a quarter of the frame or more, codes without a meaning. So is a file that lacks its end alone.
                * **PNG and AVIF** have sums or closing bits that the decoders check. HEIC has none for most of its data: of what is damaged there,
                  libde265 shows what it understands.
                * Fuzzers make files that decoders agree to show although their codes are damaged as above. How many of a public collection are refused, and
                  why, is counted in [pictures of other products' tests](pictures.md).
                * What is **shown with a difference** is shown as it decodes: JPEG, GIF, WebP and most of TIFF have no checksum, and a flipped bit may be
                  as good as the right one. TIFF in Deflate has one, which libtiff does not look at once it has all pixels.

                | file | engine | one bit flipped | cut | 16 bytes zero |
                |---|---|---|---|---|
                """);
        lines.forEach(line -> text.append(line.text()));
        return text.toString();
    }
}
