package latent.adopt;

import java.util.regex.Pattern;

/** {@code /SIGNATURE/rs:fill:600:400/g:sm/plain/s3://bucket/dir/photo.jpg@webp}, of imgproxy. */
final class ImgproxyPlainForm implements OldUrlForm {
    private static final Pattern PATTERN =
            Pattern.compile("^/[^/?]+/((?:[a-z_]+:[^/?]*/)+)plain/([^?@]+)(?:@([a-z0-9]+))?$");

    @Override
    public String name() {
        return "imgproxy";
    }

    @Override
    public Pattern pattern() {
        return PATTERN;
    }

    @Override
    public OldTransformation read(String options) {
        return ImgproxyOptions.read(options);
    }
}
