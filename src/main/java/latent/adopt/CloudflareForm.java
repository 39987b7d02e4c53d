package latent.adopt;

import java.util.regex.Pattern;
import latent.key.Fit;
import latent.key.Gravity;
import latent.key.Gravity.Compass;
import latent.key.KeepCopyright;

/**
 * {@code /cdn-cgi/image/width=600,height=400,fit=cover/dir/photo.jpg}.
 *
 * @see <a href="https://developers.cloudflare.com/images/transform-images/transform-via-url/">Cloudflare: transform via URL</a>
 */
final class CloudflareForm implements OldUrlForm {
    private static final Pattern PATTERN = Pattern.compile("^/cdn-cgi/image/([^/?]+)/([^?]+)$");

    @Override
    public String name() {
        return "cloudflare";
    }

    @Override
    public Pattern pattern() {
        return PATTERN;
    }

    @Override
    public OldTransformation read(String options) {
        OldTransformation read = new OldTransformation();
        String fit = "";
        String gravity = "";
        for (String option : options.split(",", -1)) {
            String value = option.substring(option.indexOf('=') + 1);
            switch (option.replaceAll("=.*", "")) {
                case "width", "w" -> read.width(value);
                case "height", "h" -> read.height(value);
                case "fit" -> fit = value;
                case "gravity", "g" -> gravity = value;
                case "quality", "q" -> read.quality(value);
                case "dpr" -> read.dpr(value);
                case "rotate" -> read.rotation(value);
                case "background" -> read.background(value.replaceFirst("^(%23|#)", ""));
                case "format", "f" -> format(read, value);
                case "metadata" -> metadata(read, value);
                case "onerror", "compression", "slow-connection-quality", "scq" -> {}
                default -> throw OldTransformation.unknown("Cloudflare", option);
            }
        }
        return gravity(fit(read, fit), gravity);
    }

    /** What happens to small originals without a fit is not documented; they are not enlarged. */
    private static OldTransformation fit(OldTransformation read, String fit) {
        return switch (fit) {
            case "", "scale-down" -> read.fit(Fit.FIT, false);
            case "contain" -> read.fit(Fit.FIT, true);
            case "cover" -> read.fit(Fit.FILL, true);
            case "crop" -> read.fit(Fit.FILL, false);
            case "pad" -> read.fit(Fit.PAD, true);
            case "squeeze" -> read.fit(Fit.FORCE, true);
            default -> throw OldTransformation.unknown("Cloudflare", "fit=" + fit);
        };
    }

    private static OldTransformation gravity(OldTransformation read, String gravity) {
        return switch (gravity) {
            case "", "center" -> read;
            case "auto" -> read.gravity(new Gravity.Smart());
            case "left" -> read.gravity(Compass.WEST);
            case "right" -> read.gravity(Compass.EAST);
            case "top" -> read.gravity(Compass.NORTH);
            case "bottom" -> read.gravity(Compass.SOUTH);
            default -> {
                String[] place = gravity.split("x", -1);
                if (place.length != 2) {
                    throw OldTransformation.unknown("Cloudflare", "gravity=" + gravity);
                }
                yield read.gravity(new Gravity.FocalPoint(
                        OldTransformation.percent(place[0]), OldTransformation.percent(place[1])));
            }
        };
    }

    /** What a visitor's browser takes, the function at the edge finds out. */
    private static void format(OldTransformation read, String format) {
        switch (format) {
            case "auto" -> {}
            case "baseline-jpeg" -> read.format("jpeg");
            default -> read.format(format);
        }
    }

    private static void metadata(OldTransformation read, String kept) {
        switch (kept) {
            case "none" -> {}
            case "copyright" -> read.add(new KeepCopyright());
            default -> throw OldTransformation.unknown("Cloudflare", "metadata=" + kept);
        }
    }
}
