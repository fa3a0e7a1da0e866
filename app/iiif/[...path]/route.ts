import { nothingHere } from '@/app/nothing-here';

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = nothingHere();
