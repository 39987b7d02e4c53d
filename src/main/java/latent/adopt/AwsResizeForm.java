package latent.adopt;

import java.util.regex.Pattern;
import latent.key.Fit;

/**
 * {@code 100x100/key}, of AWS's own example from 2017, whose resize covers the box and enlarges what is smaller.
 *
 * @see <a href="https://github.com/awslabs/serverless-image-resizing">serverless-image-resizing</a>
 */
final class AwsResizeForm implements OldUrlForm {
    /** Words of thumbor may follow a size in the same way. */
    private static final Pattern PATTERN =
            Pattern.compile("^/([0-9]+x[0-9]+)/((?!(?:left|right|center|top|bottom|middle|smart)/|filters:)[^?]+)$");

    @Override
    public String name() {
        return "aws";
    }

    @Override
    public Pattern pattern() {
        return PATTERN;
    }

    @Override
    public OldTransformation read(String options) {
        String[] sides = options.split("x", -1);
        return new OldTransformation().width(sides[0]).height(sides[1]).fit(Fit.FILL, true);
    }
}
