package latent.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import latent.image.ImageFormat;
import latent.pictures.Encoded;
import latent.refusal.Refusal;

/**
 * One file, damaged in one way at {@value #PLACES} places, one after the other, and what an engine makes of each.
 *
 * @param engine   what renders
 * @param file     the whole file
 * @param animated whether all frames are asked for, or the first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DamageTrial(Engine engine, byte[] file, boolean animated) {
    static final int PLACES = 40;
    private static final int VISIBLE = 8;
    static final int ZEROED_BYTES = 16;

    /** What becomes of a file. */
    enum Damage {
        FLIP,
        CUT,
        ZERO;

        byte[] at(int place, byte[] file) {
            int at = (int) ((long) file.length * (2 * place + 1) / (2 * PLACES));
            byte[] damaged = this == CUT ? Arrays.copyOf(file, at) : file.clone();
            if (this == FLIP) {
                damaged[at] ^= (byte) (1 << place % 8);
            } else if (this == ZERO) {
                Arrays.fill(damaged, at, Math.min(at + ZEROED_BYTES, file.length), (byte) 0);
            }
            return damaged;
        }
    }

    /** What a visitor sees. */
    enum Outcome {
        REFUSED,
        SHOWN_RIGHT,
        SHOWN_WRONG
    }

    Map<Outcome, Integer> run(Damage damage) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        BufferedImage right = seen(render(file));
        for (int place = 0; place < PLACES; place++) {
            counts.merge(outcome(damage.at(place, file), right), 1, Integer::sum);
        }
        return counts;
    }

    Outcome outcome(byte[] damaged, BufferedImage right) {
        try {
            return looksLike(right, seen(render(damaged))) ? Outcome.SHOWN_RIGHT : Outcome.SHOWN_WRONG;
        } catch (Refusal refused) {
            return Outcome.REFUSED;
        }
    }

    private byte[] render(byte[] original) {
        WantedRendition wish = WantedRendition.box(DamageSamples.WIDTH, DamageSamples.HEIGHT)
                .as(animated ? ImageFormat.GIF : ImageFormat.PNG);
        return engine.render(Row.job(original, wish.transformation(), Optional.empty()));
    }

    private BufferedImage seen(byte[] rendition) {
        return animated ? oneBelowTheOther(frames(rendition)) : Encoded.read(rendition);
    }

    /** As they are stored: the later ones may hold only what changes. */
    private static List<BufferedImage> frames(byte[] gif) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            List<BufferedImage> frames = new ArrayList<>();
            for (int frame = 0; frame < reader.getNumImages(true); frame++) {
                frames.add(reader.read(frame));
            }
            return frames;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage oneBelowTheOther(List<BufferedImage> frames) {
        int height = frames.stream().mapToInt(BufferedImage::getHeight).sum();
        BufferedImage roll = new BufferedImage(DamageSamples.WIDTH, height, BufferedImage.TYPE_INT_ARGB);
        int top = 0;
        for (BufferedImage frame : frames) {
            roll.getGraphics().drawImage(frame, 0, top, null);
            top += frame.getHeight();
        }
        return roll;
    }

    /** Of a thousand pixels no more than one differs by more than {@value #VISIBLE} levels. */
    private static boolean looksLike(BufferedImage right, BufferedImage seen) {
        if (seen.getWidth() != right.getWidth() || seen.getHeight() != right.getHeight()) {
            return false;
        }
        int wrong = 0;
        for (int y = 0; y < right.getHeight(); y++) {
            for (int x = 0; x < right.getWidth(); x++) {
                wrong += farApart(right.getRGB(x, y), seen.getRGB(x, y)) ? 1 : 0;
            }
        }
        return wrong * 1000L <= (long) right.getWidth() * right.getHeight();
    }

    private static boolean farApart(int a, int b) {
        for (int shift = 0; shift < 32; shift += 8) {
            if (Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)) > VISIBLE) {
                return true;
            }
        }
        return false;
    }
}
