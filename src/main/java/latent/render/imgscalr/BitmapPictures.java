package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelRect;
import latent.render.bitmap.Bitmap;
import latent.render.bitmap.IconEntry;

/** BMP files and icons, as Java2D pictures. */
final class BitmapPictures {
    private BitmapPictures() {}

    static ProfiledImage decode(DecodeRequest request) throws IOException {
        return picture(Bitmap.of(ByteBuffer.wrap(request.file())), request.region());
    }

    /** @param png for icons that are a PNG file inside */
    static ProfiledImage decodeIcon(DecodeRequest request, ImageIoDecoder png) throws IOException {
        ByteBuffer icon = ByteBuffer.wrap(request.file()).order(ByteOrder.LITTLE_ENDIAN);
        IconEntry entry = IconEntry.best(icon);
        if (!entry.isPng(icon)) {
            return picture(Bitmap.ofIcon(icon), request.region());
        }
        byte[] inside = Arrays.copyOfRange(request.file(), (int) entry.offset(), request.file().length);
        ImageHeader header = request.header().of(ImageFormat.PNG);
        return png.decode(new DecodeRequest(inside, header, request.region(), request.wanted()));
    }

    private static ProfiledImage picture(Bitmap bitmap, PixelRect part) {
        BufferedImage picture = new BufferedImage(
                part.width(),
                part.height(),
                bitmap.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        int[] line = new int[bitmap.width()];
        for (int y = 0; y < part.height(); y++) {
            bitmap.line(part.top() + y, line);
            picture.setRGB(0, y, part.width(), 1, line, part.left(), bitmap.width());
        }
        return ProfiledImage.srgb(picture);
    }
}
