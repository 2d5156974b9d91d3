/** Rung of the ramp `--h1` to `--h6` for an occupancy; the last one says full, or as good as. */
export function heatStep(occupancy: number): 1 | 2 | 3 | 4 | 5 | 6 {
  if (occupancy >= 95) return 6;
  if (occupancy >= 80) return 5;
  if (occupancy >= 60) return 4;
  if (occupancy >= 40) return 3;
  return occupancy >= 20 ? 2 : 1;
}
