package latent.adopt;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import latent.key.Fit;
import latent.key.Gravity;
import latent.key.Gravity.Compass;

/**
 * {@code /dir/photo.jpg?w=600&h=400&fit=crop}, of imgix and of services that took its words over. It enlarges what is smaller than its box, but not with
 * {@code fit=max}.
 *
 * @see <a href="https://docs.imgix.com/apis/rendering">imgix: rendering API</a>
 */
final class QueryForm implements OldUrlForm {
    private static final Pattern PATTERN = Pattern.compile("^/([^?]+)[?](.+)$");

    /** What a visitor's browser takes, the function at the edge finds out. */
    private static final Set<String> NEGOTIATED = Set.of("format", "compress");

    @Override
    public String name() {
        return "query";
    }

    @Override
    public Pattern pattern() {
        return PATTERN;
    }

    @Override
    public boolean originalFirst() {
        return true;
    }

    @Override
    public OldTransformation read(String options) {
        OldTransformation read = new OldTransformation();
        Map<String, String> query = new TreeMap<>();
        for (String parameter : options.split("&", -1)) {
            String[] named = parameter.split("=", 2);
            if (query.put(named[0], named.length > 1 ? named[1] : "") != null) {
                throw new NotCovered("A parameter stands twice.");
            }
        }
        query.forEach((name, value) -> {
            switch (name) {
                case "w" -> read.width(value);
                case "h" -> read.height(value);
                case "q" -> read.quality(value);
                case "dpr" -> read.dpr(value);
                case "fm" -> read.format("pjpg".equals(value) ? "jpg" : value);
                case "rot" -> read.rotation(value);
                case "bg", "fill-color" -> read.background(value);
                case "auto" -> require(NEGOTIATED.containsAll(Arrays.asList(value.split(",", -1))), name, value);
                case "fill" -> require("solid".equals(value), name, value);
                case "s", "ixlib", "ixid", "fit", "crop", "fp-x", "fp-y" -> {}
                default -> require(false, name, value);
            }
        });
        String fit = query.getOrDefault("fit", "clip");
        fit(read, fit);
        return "crop".equals(fit) ? read.gravity(gravity(query)) : read;
    }

    private static void require(boolean has, String name, String value) {
        if (!has) {
            throw OldTransformation.unknown("imgix", name + "=" + value);
        }
    }

    private static void fit(OldTransformation read, String fit) {
        switch (fit) {
            case "clip" -> read.fit(Fit.FIT, true);
            case "max" -> read.fit(Fit.FIT, false);
            case "crop" -> read.fit(Fit.FILL, true);
            case "scale" -> read.fit(Fit.FORCE, true);
            case "fill" -> read.fit(Fit.PAD, true);
            case "fillmax" -> read.fit(Fit.PAD, false);
            default -> throw OldTransformation.unknown("imgix", "fit=" + fit);
        }
    }

    private static Gravity gravity(Map<String, String> query) {
        String crop = query.getOrDefault("crop", "");
        return switch (crop) {
            case "" -> Compass.CENTRE;
            case "entropy", "edges" -> new Gravity.Smart();
            case "top" -> Compass.NORTH;
            case "bottom" -> Compass.SOUTH;
            case "left" -> Compass.WEST;
            case "right" -> Compass.EAST;
            case "top,left", "left,top" -> Compass.NORTH_WEST;
            case "top,right", "right,top" -> Compass.NORTH_EAST;
            case "bottom,left", "left,bottom" -> Compass.SOUTH_WEST;
            case "bottom,right", "right,bottom" -> Compass.SOUTH_EAST;
            case "focalpoint" ->
                new Gravity.FocalPoint(
                        OldTransformation.percent(query.getOrDefault("fp-x", "0.5")),
                        OldTransformation.percent(query.getOrDefault("fp-y", "0.5")));
            default -> throw OldTransformation.unknown("imgix", "crop=" + crop);
        };
    }
}
