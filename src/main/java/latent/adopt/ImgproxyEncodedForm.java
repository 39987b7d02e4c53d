package latent.adopt;

import java.util.regex.Pattern;

/** {@code /SIGNATURE/rs:fill:600:400/g:sm/czM6Ly9idWNrZXQvZGlyL3Bob3RvLmpwZw.webp}, of imgproxy, where slashes may stand anywhere in the base64. */
final class ImgproxyEncodedForm implements OldUrlForm {
    private static final Pattern PATTERN =
            Pattern.compile("^/[^/?]+/((?:[a-z_]+:[^/?]*/)+)((?!enc/)[A-Za-z0-9_/-]+=*)(?:\\.([a-z0-9]+))?$");

    @Override
    public String name() {
        return "imgproxy-base64";
    }

    @Override
    public Pattern pattern() {
        return PATTERN;
    }

    @Override
    public boolean base64() {
        return true;
    }

    @Override
    public OldTransformation read(String options) {
        return ImgproxyOptions.read(options);
    }
}
