namespace Ledger.Documents.Images;

/// <summary>EXIF orientation: which corner of the coded picture is the first seen (TIFF 6.0, tag 274).</summary>
internal enum Orientation
{
    Upright = 1,
    Mirrored = 2,
    HalfTurned = 3,
    MirroredUpsideDown = 4,
    MirroredQuarterLeft = 5,
    QuarterRight = 6,
    MirroredQuarterRight = 7,
    QuarterLeft = 8,
}

internal static class Orientations
{
    public static bool SwapsSides(this Orientation orientation) => orientation >= Orientation.MirroredQuarterLeft;

    /// <summary>
    /// The matrix (a b c d e f) that puts the coded picture, a unit square with y upward, upright into the unit square.
    /// </summary>
    public static int[] Matrix(this Orientation orientation) => orientation switch
    {
        Orientation.Mirrored => [-1, 0, 0, 1, 1, 0],
        Orientation.HalfTurned => [-1, 0, 0, -1, 1, 1],
        Orientation.MirroredUpsideDown => [1, 0, 0, -1, 0, 1],
        Orientation.MirroredQuarterLeft => [0, -1, -1, 0, 1, 1],
        Orientation.QuarterRight => [0, -1, 1, 0, 0, 1],
        Orientation.MirroredQuarterRight => [0, 1, 1, 0, 0, 0],
        Orientation.QuarterLeft => [0, 1, -1, 0, 1, 0],
        _ => [1, 0, 0, 1, 0, 0],
    };
}
