/** What a caller wants, as far as it is known; date and time in the business's zone. */
export interface StoredWish {
  date: string | null;
  time: string | null;
  name: string | null;
  phone: string | null;
}
