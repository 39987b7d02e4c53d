package latent.adopt;

import java.util.List;

/** All forms that are known. The first whose pattern fits a URL reads it. */
final class OldUrlForms {
    static final List<OldUrlForm> ALL = List.of(
            new CloudflareForm(),
            new ImgproxyPlainForm(),
            new ImgproxyEncodedForm(),
            new AwsResizeForm(),
            new ThumborForm(),
            new QueryForm());

    private OldUrlForms() {}
}
