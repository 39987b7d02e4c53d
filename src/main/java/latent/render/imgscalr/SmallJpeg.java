package latent.render.imgscalr;

import java.io.IOException;
import latent.image.PixelRect;
import latent.render.imgscalr.Pixels.Channels;
import latent.render.jpeg.Planes;
import latent.render.jpeg.ShrunkJpeg;

/** A JPEG file at half, a quarter or an eighth of its size, and from there to what is wanted. */
final class SmallJpeg {
    private SmallJpeg() {}

    static Pixels decode(Decode job, JpegSegments segments, int shrink) throws IOException {
        Planes planes = ShrunkJpeg.decode(segments.stripped(), shrink);
        PixelRect whole = job.region();
        int left = Math.min(whole.left() / shrink, planes.size().width() - 1);
        int top = Math.min(whole.top() / shrink, planes.size().height() - 1);
        PixelRect region = new PixelRect(
                left,
                top,
                Math.clamp(
                        (whole.width() + shrink - 1) / shrink, 1, planes.size().width() - left),
                Math.clamp(
                        (whole.height() + shrink - 1) / shrink, 1, planes.size().height() - top));
        Channels channels = planes.channels() == 1 ? Channels.GRAY : Channels.RGB;
        RowSink sink = Reduction.of(region, channels, job.wanted());
        byte[] row = new byte[planes.size().width() * channels.count()];
        for (int y = region.top(); y < region.top() + region.height(); y++) {
            planes.read(y, row);
            sink.row(y, row);
        }
        return sink.finish(segments.profile());
    }
}
